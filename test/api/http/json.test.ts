import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson } from '../../../api/http/json.ts';
import { syntaxFaultOf } from '../../../api/http/json-fault.ts';

test.for([
  ['', 1, 1, 'expected a value, and there is nothing more'],
  ['{"a":}', 1, 6, 'expected a value, and there is "}"'],
  ['{"a":1,}', 1, 8, 'expected the name of a field in quotes, and there is "}"'],
  ["{'a':1}", 1, 2, 'expected the name of a field in quotes, or }, and there is "\'"'],
  ['[1,\n  tru]', 2, 3, 'expected a value, and there is "t"'],
  ['{"a":01}', 1, 7, 'expected , or }, and there is "1"'],
  ['{\n"a":\n"b', 3, 1, 'this text in quotes does not end'],
  ['{"a":"\\x"}', 1, 7, 'this escape is none of JSON'],
  ['{}{}', 1, 3, 'expected the end of the text, and there is "{"'],
] as const)('%s is told with its place', ([text, line, column, problem]) => {
  expect(syntaxFaultOf(text)).toEqual({ line, column, problem });
  expect(() => readJson(text)).toThrow(`line ${line}, column ${column}: ${problem}`);
});

test.for([
  ['{"a":1,"a":2}', 'a', 1, 8],
  ['{"a":1,"\\u0061":2}', 'a', 1, 8],
  ['{"storages":[{"x":","},{"x":{"y":[],\n "y":{}}}]}', 'storages[1].x.y', 2, 2],
  ['[[{"a":{"b":"\\\\","b":1}}]]', '[0][0].a.b', 1, 18],
] as const)('in %s %s stands twice', ([text, where, line, column]) => {
  expect(() => readJson(text)).toThrow(`${where} stands twice, the second time in line ${line}, column ${column}`);
});

test('what is written without a field twice is read as it is', () => {
  const json = fc.json({ maxDepth: 4, stringUnit: fc.constantFrom('a', 'b', '"', '\\', ',', ':', '{', '}', '[') });
  fc.assert(
    fc.property(json, (text) => {
      expect(readJson(text)).toEqual(JSON.parse(text));
    }),
    { seed: 20260102, numRuns: 1_000 },
  );
});

test('the place is where the language finds it, wherever it says so', () => {
  let compared = 0;
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 3 }),
      fc.nat(),
      fc.constantFrom('}', ']', ',', ':', '"', '1', 'x', '\n'),
      (text, at, letter) => {
        const place = at % (text.length + 1);
        const broken = text.slice(0, place) + letter + text.slice(place);
        let said: string | undefined;
        try {
          JSON.parse(broken);
          return;
        } catch (error) {
          said = /at position (\d+)/.exec((error as Error).message)?.[1];
        }
        const { line, column } = syntaxFaultOf(broken);
        const offset =
          broken
            .split('\n')
            .slice(0, line - 1)
            .join('\n').length +
          (line > 1 ? 1 : 0) +
          column -
          1;
        expect(offset).toBeLessThanOrEqual(broken.length);
        // What ends too early is told where it began.
        if (said === undefined || Number(said) >= broken.length || broken.slice(offset).startsWith('"')) return;
        compared += 1;
        // Of a number, a word or an escape that breaks off, where it broke off or where it began.
        expect(broken.slice(offset, Number(said))).toMatch(/^\\?[\w.+-]*$/);
        expect(offset).toBeLessThanOrEqual(Number(said));
      },
    ),
    { seed: 20260101, numRuns: 2_000 },
  );
  expect(compared).toBeGreaterThan(200);
});
