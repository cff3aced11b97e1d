/** Said of every link that is none: which of the three it is, is nobody's business. */
export const NO_LINK =
  'It was used already, has expired or was never made: ask the porting team for a new one.';
