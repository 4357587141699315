/** Which of the formats that can be given a client wants most. */

import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

/** @throws Problem (406) where it accepts none */
export function chooseFormat<const Type extends string>(request: FastifyRequest, types: readonly Type[]): Type {
  const header = request.headers.accept ?? '*/*';
  const wishes = header.split(',').map(wishOf);
  const quality = (type: string) => {
    const [group] = type.split('/');
    const fitting = wishes.filter(({ range }) => range === type || range === `${group}/*` || range === '*/*');
    // The most exact range decides: text/csv;q=0 rules it out beside */*.
    return fitting.toSorted((a, b) => exactness(b.range) - exactness(a.range))[0]?.quality ?? 0;
  };
  const [best] = types.toSorted((a, b) => quality(b) - quality(a));
  if (best !== undefined && quality(best) > 0) return best;
  throw new Problem('accept.not-possible', {
    detail: `Accept is ${header.slice(0, 200)}; there is ${types.join(', ')}.`,
  });
}

const exactness = (range: string) => (range === '*/*' ? 0 : range.endsWith('/*') ? 1 : 2);

function wishOf(text: string): { readonly range: string; readonly quality: number } {
  const [range = '', ...parameters] = text.trim().toLowerCase().split(';');
  const stated = parameters.map((parameter) => /^\s*q\s*=\s*([01](\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean);
  return { range: range.trim(), quality: stated === undefined ? 1 : Number(stated) };
}
