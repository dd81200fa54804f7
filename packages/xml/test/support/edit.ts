import fc from 'fast-check';

/** Other ways to write a document, and ways to spoil it: what stands where, and what comes there. */
const edits: readonly (readonly [RegExp, string])[] = [
  [/>/g, ' >'],
  [/<(\w[^>/]*)>/g, '<$1  >'],
  [/="([^"']*)"/g, "='$1'"],
  [/="/g, ' = "'],
  [/><\/[^>]*>/g, '/>'],
  [/>([^<&]+)</g, '><![CDATA[$1]]><'],
  [/&gt;/g, '>'],
  [/&amp;/g, '&#38;'],
  [/[0-9]/g, '&#49;'],
  [/</g, '<!-- c --><'],
  [/ xmlns(:\w+)?="[^"]*"/g, ''],
  [/ xmlns/g, ' xmlns:unused="urn:unused" xmlns'],
  [/<(\w[\w:]*)/g, '<$1 xmlns:late="urn:late"'],
  [/<(\w[\w:]*)/g, '<$1 xmlns:a="urn:one"'],
  [/<(\w[\w:]*)/g, '<$1 xmlns=""'],
  [/<(\w[\w:]*)/g, '<$1 xml:lang="de"'],
  [/( [\w:]+="[^"]*")( [\w:]+="[^"]*")/g, '$2$1'],
  [/="/g, '="\t'],
  [/>/g, '>\r\n'],
  [/>/g, '>\n'],
  [/urn:one/g, 'urn:two'],
  [/\w/g, 'x'],
  [/$/g, '\n<!-- the end -->\n'],
  [/^/g, '<?xml version="1.0"?>\n'],
];

/** An edit of a text at one of the places where it can be made. */
export const edit: fc.Arbitrary<(text: string) => string> = fc
  .tuple(fc.nat({ max: edits.length - 1 }), fc.nat({ max: 10_000 }))
  .map(([which, where]) => (text) => {
    const [pattern, replacement] = edits[which] ?? [/^/g, ''];
    const places = [...text.matchAll(pattern)];
    const place = places[where % Math.max(1, places.length)];
    if (place === undefined) return text;
    const instead = place[0].replace(new RegExp(pattern.source), replacement);
    return text.slice(0, place.index) + instead + text.slice(place.index + place[0].length);
  });
