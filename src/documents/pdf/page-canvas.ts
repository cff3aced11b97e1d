import type { Face, Shaped } from './face.ts';
import { rgb } from './status-marks.ts';
import type { Tags } from './tags.ts';

const END = 'ET\n';

/** What is drawn on one page, as one content stream: lines and shapes first, all text after them. Points from the bottom left. */
export class PageCanvas {
  readonly #tags: Tags;
  #shapes = '';
  #pending = '';
  #texts = Buffer.allocUnsafeSlow(128 * 1024);
  #length = 0;
  #face: Face | null = null;
  #colour = '';

  constructor(tags: Tags) {
    this.#tags = tags;
  }

  line(x: number, y: number, width: number, colour: string, weight = 0.5): void {
    this.#shapes += `${rgb(colour)} RG ${weight} w ${point(x)} ${point(y)} m ${point(x + width)} ${point(y)} l S\n`;
  }

  box(x: number, y: number, width: number, height: number, colour: string): void {
    this.#shapes += `${rgb(colour)} rg ${point(x)} ${point(y)} ${point(width)} ${point(height)} re f\n`;
  }

  /** Draws a form of the document, scaled, with its origin at a point. */
  form(name: string, x: number, y: number, scale: number): void {
    this.#shapes += `q ${scale} 0 0 ${scale} ${point(x)} ${point(y)} cm /${name} Do Q\n`;
  }

  text(shaped: Shaped, face: Face, size: number, x: number, y: number, colour: string): void {
    if (face !== this.#face) {
      this.#pending += `/${face.id} 1 Tf `;
      this.#face = face;
    }
    if (colour !== this.#colour) {
      this.#pending += `${rgb(colour)} rg `;
      this.#colour = colour;
    }
    this.#pending += `${size} 0 0 ${size} ${point(x)} ${point(y)} Tm${shaped.operators}\n`;
  }

  /** Writes a mark of the tags between texts. */
  mark(mark: string): void {
    this.#pending += mark;
    // Short texts are cheap to encode, long ones are not.
    if (this.#pending.length > 4096) this.#commit();
  }

  /** Puts the page's content stream into a buffer, or into a larger one where that is too small. */
  contentIn(buffer: Buffer): { buffer: Buffer; length: number } {
    this.#commit();
    const head = `${this.#tags.artifact}${this.#shapes}${this.#tags.end}BT\n`;
    const length = head.length + this.#length + END.length;
    const target = length > buffer.length ? Buffer.allocUnsafeSlow(length * 2) : buffer;
    target.write(head, 0, 'latin1');
    this.#texts.copy(target, head.length, 0, this.#length);
    target.write(END, head.length + this.#length, 'latin1');
    return { buffer: target, length };
  }

  /** Empties the canvas for the next page. */
  clear(): void {
    this.#shapes = '';
    this.#pending = '';
    this.#length = 0;
    this.#face = null;
    this.#colour = '';
  }

  #commit(): void {
    const needed = this.#length + this.#pending.length;
    if (needed > this.#texts.length) {
      const larger = Buffer.allocUnsafeSlow(needed * 2);
      this.#texts.copy(larger, 0, 0, this.#length);
      this.#texts = larger;
    }
    this.#length += this.#texts.write(this.#pending, this.#length, 'latin1');
    this.#pending = '';
  }
}

/** A number of points, to hundredths. */
function point(n: number): number {
  return Math.round(n * 100) / 100;
}
