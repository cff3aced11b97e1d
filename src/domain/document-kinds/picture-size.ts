/** More than any scan has. A few bytes can claim many more, and whoever opens the picture pays for them. */
const MOST_PIXELS = 250_000_000;

/** What is wrong with the size of a picture; null when nothing is. */
export function wrongSize(width: number, height: number): string | null {
  if (width === 0 || height === 0) return 'is a damaged picture: it has no size.';
  if (width * height > MOST_PIXELS)
    return 'is a picture of more than 250 megapixels, too large to be opened.';
  return null;
}
