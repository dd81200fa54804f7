import { type DistortableMembers, isValueDistortion, otherValue } from '../http/distort-json.ts';
import type { Distortion } from '../http/wire.ts';

/** Makes an answer lie: rewrites the elements that the distortion names, whatever their prefix. */
export function distortXml(body: string, distortion: Distortion, elements: DistortableMembers): string {
  if (!isValueDistortion(distortion)) return body;
  const element = new RegExp(`(<(?:[\\w.-]+:)?(?:${elements[distortion].join('|')})>)([^<]*)(<)`, 'g');
  return body.replace(
    element,
    (_, open: string, text: string, close: string) => open + String(otherValue(distortion, text)) + close,
  );
}
