/** Text as Canonical XML writes it. @see https://www.w3.org/TR/xml-c14n/#ProcessingModel */
export function characterData(text: string): string {
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (character) => escapes[character] ?? character) : text;
}

/** The value of an attribute as Canonical XML writes it. */
export function attributeValue(text: string): string {
  return text.replace(/[&<"\t\n\r]/g, (character) => escapes[character] ?? character);
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};
