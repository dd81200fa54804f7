import { closeSync, copyFileSync, openSync, statSync, writeSync } from 'node:fs';
import type { StorePlace } from '../store-place.ts';
import type { Adversity } from './under-load.ts';

const page = 4_096;

/** The file of a stopped gateway has a broken page in its middle. It is not opened before it is whole again. */
export function corruptedFile({ setting }: StorePlace): Adversity {
  const path = setting.replace(/^sqlite:/, '');
  return async ({ stop, prepare, use }) => {
    await stop();
    copyFileSync(path, `${path}.whole`);
    breakPages(path);
    const broken = prepare();
    const began = await broken.begin().then(
      () => true,
      () => false,
    );
    const wrong = began ? ['it began on a broken file'] : [];
    if (!/cannot open .*corrupted|malformed/.test(broken.text))
      wrong.push(`the error does not say why: ${broken.text}`);
    await broken.end('SIGKILL');
    copyFileSync(`${path}.whole`, path);
    const healed = prepare();
    await healed.begin();
    use(healed);
    return wrong;
  };
}

/** From the second page on, every other page: the head stays, so that it still looks like a database. */
function breakPages(path: string): void {
  const file = openSync(path, 'r+');
  for (let at = page; at < statSync(path).size; at += 2 * page) writeSync(file, Buffer.alloc(page, 0xa5), 0, page, at);
  closeSync(file);
}
