/** Who can act on a rejection. */
export const REJECT_TURNS = ['partner', 'porting-team', 'carrier'] as const;
export type RejectTurn = (typeof REJECT_TURNS)[number];

/** How a turn is called on a screen. */
export const REJECT_TURN_LABELS: Record<RejectTurn, string> = {
  partner: 'Partner',
  'porting-team': 'Porting team',
  carrier: 'Carrier',
};
