/** What has to be looked at one by one: markup, controls (tab and line feed among them, which stay), non-characters. */
const SPECIAL = /[&<>"\p{Cc}\ufffe\uffff]/u;
const SPECIALS = new RegExp(SPECIAL, 'gu');

/**
 * Text as XML content or attribute. What XML cannot hold stays visible: control characters as their pictures (U+0007 as
 * U+2407), non-characters and halves of surrogate pairs as U+FFFD. A carriage return is kept by reference.
 */
export function xmlText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return SPECIAL.test(whole) ? whole.replace(SPECIALS, escaped) : whole;
}

/** Text as an XML attribute: line breaks and tabs are kept by reference too. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** A character that no reader may take for a control, as a visible one. */
export function controlPicture(character: string): string {
  return String.fromCharCode(0x2400 + character.charCodeAt(0));
}

function escaped(character: string): string {
  const name = NAMED[character];
  if (name) return name;
  if (character < ' ') return controlPicture(character);
  return character > '\u009f' ? '\ufffd' : character;
}

const NAMED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '\t',
  '\n': '\n',
  '\r': '&#13;',
};
