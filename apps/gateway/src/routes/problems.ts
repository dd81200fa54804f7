import { z } from 'zod';
import { sendProblem } from '../answer/problem.ts';
import { isProblemCode, type ProblemCode, problemCatalogue } from '../answer/problem-catalogue.ts';
import type { HostServer } from '../host-server.ts';

const retryWords = {
  never: 'Do not send this request again as it is.',
  same_key: 'The same request may be sent again with the same key.',
  new_key: 'A new attempt needs a new key.',
  after: 'The same request may be sent again with the same key, after the time in Retry-After.',
};

/** `GET /problems` and `GET /problems/{code}`: what the `type` of a problem body points to. */
export function problemRoutes(app: HostServer): void {
  app.get('/problems', { schema: { hide: true } }, (_, reply) => {
    const items = Object.entries(problemCatalogue).map(
      ([code, { status, title }]) => `<li>${status} <a href="/problems/${code}">${code}</a>: ${title}</li>`,
    );
    return reply.type('text/html').send(page('Problems', `<ul>\n${items.join('\n')}\n</ul>`));
  });
  app.get(
    '/problems/:code',
    { schema: { hide: true, params: z.object({ code: z.string() }) } },
    ({ params: { code } }, reply) =>
      isProblemCode(code) ? reply.type('text/html').send(describeProblem(code)) : sendProblem(reply, 'not_found'),
  );
}

function describeProblem(code: ProblemCode): string {
  const { status, title, outcome, retry, meaning, remedy } = problemCatalogue[code];
  const rows = [
    ['Code', code],
    ['HTTP status', String(status)],
    ['Outcome', outcome],
    ['Retry', `${retry}: ${retryWords[retry]}`],
  ].map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`);
  return page(
    title,
    `<dl>\n${rows.join('\n')}\n</dl>\n<h2>When</h2>\n<p>${marked(meaning)}</p>\n<h2>What to do</h2>\n<p>${marked(remedy)}</p>\n<p><a href="/problems">All problems</a></p>`,
  );
}

/** The catalogue's words are ours; only `<` and backquotes need a rendering. */
function marked(words: string): string {
  return words.replaceAll('<', '&lt;').replace(/`([^`]+)`/g, '<code>$1</code>');
}

function page(title: string, content: string): string {
  return `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n<h1>${title}</h1>\n${content}\n</body>\n</html>\n`;
}
