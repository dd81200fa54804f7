import { describe, expect, it } from 'vitest';
import { httpResponse } from '../src/index.ts';

describe('a response', () => {
  it('reads UTF-8 without loss, or says that it cannot', () => {
    expect(httpResponse(200, {}, 'Zürich €').text()).toBe('Zürich €');
    expect(httpResponse(200, {}, Buffer.from([0x22, 0xff, 0x22])).text()).toBeUndefined();
    expect(httpResponse(200, {}, Buffer.from('5a fc'.replace(' ', ''), 'hex')).text()).toBeUndefined();
  });

  it('leaves a byte order mark out of the text and in the bytes', () => {
    const response = httpResponse(200, {}, '\u{feff}{}');
    expect(response.text()).toBe('{}');
    expect(response.body).toHaveLength(5);
  });

  it('reads a part of a larger buffer', () => {
    expect(httpResponse(200, {}, new Uint8Array(Buffer.from('xxdonexx').buffer.slice(0))).status).toBe(200);
    expect(httpResponse(200, {}, Buffer.from('xxdonexx').subarray(2, 6)).text()).toBe('done');
  });

  it('joins a repeated field and has no inherited names', () => {
    const { headers } = httpResponse(200, { 'retry-after': ['1', '2'], date: 'today', none: undefined }, '');
    expect({ ...headers }).toEqual({ 'retry-after': '1, 2', date: 'today' });
    expect(headers['constructor']).toBeUndefined();
  });

  it('gives one field without the others', () => {
    const response = httpResponse(200, { 'retry-after': ['1', '2'], date: 'today', none: undefined }, '');
    expect(['retry-after', 'date', 'none', 'constructor', '__proto__'].map((name) => response.header(name))).toEqual([
      '1, 2',
      'today',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
