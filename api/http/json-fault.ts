/** Where a text breaks the rules of JSON, for people: the parser of the language tells it for some faults only. */

export interface JsonFault {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly problem: string;
}

type Expected =
  | 'value'
  | 'value or ]'
  | 'field'
  | 'field or }'
  | ':'
  | ', or the end of the list'
  | ', or the end of the object'
  | 'the end';

const words: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value or ]': 'a value or ]',
  field: 'the name of a field in quotes',
  'field or }': 'the name of a field in quotes, or }',
  ':': 'a colon',
  ', or the end of the list': ', or ]',
  ', or the end of the object': ', or }',
  'the end': 'the end of the text',
};

const space = /[ \t\n\r]*/y;
const letters = /[ !#-[\]-\uffff]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Of a text that is no JSON: its first fault. */
export function syntaxFaultOf(text: string): JsonFault {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expected: Expected = 'value';
  const ended = (): Expected =>
    open.length === 0 ? 'the end' : open.at(-1) === '[' ? ', or the end of the list' : ', or the end of the object';
  for (;;) {
    at = after(space, text, at) ?? at;
    const letter = text[at];
    const isClosing = letter === (open.at(-1) === '[' ? ']' : '}');
    if (expected.startsWith('value') && (letter === '{' || letter === '[')) {
      open.push(letter);
      expected = letter === '{' ? 'field or }' : 'value or ]';
    } else if (isClosing && (expected.startsWith(',') || expected === 'value or ]' || expected === 'field or }')) {
      open.pop();
      expected = ended();
    } else if (letter === ',' && expected.startsWith(',')) expected = open.at(-1) === '[' ? 'value' : 'field';
    else if (letter === ':' && expected === ':') expected = 'value';
    else if (letter === '"' && /^(value|field)/.test(expected)) {
      const end = endOfString(text, at);
      if (typeof end === 'object') return placed(text, end.at, end.problem);
      at = end - 1;
      expected = expected.startsWith('field') ? ':' : ended();
    } else {
      const end = expected.startsWith('value') ? after(scalar, text, at) : undefined;
      if (end === undefined) return placed(text, at, `expected ${words[expected]}, and there is ${shown(letter)}`);
      at = end - 1;
      expected = ended();
    }
    at += 1;
  }
}

const shown = (letter: string | undefined) => (letter === undefined ? 'nothing more' : JSON.stringify(letter));

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function endOfString(text: string, start: number): number | { readonly at: number; readonly problem: string } {
  for (let at = start + 1; ; ) {
    at = after(letters, text, at) ?? at;
    if (text[at] === '"') return at + 1;
    if (at >= text.length) return { at: start, problem: 'this text in quotes does not end' };
    const end = text[at] === '\\' ? after(escaped, text, at) : undefined;
    if (end === undefined) {
      return {
        at,
        problem: `${text[at] === '\\' ? 'this escape is none of JSON' : 'a control character stands in a text'}`,
      };
    }
    at = end;
  }
}

function placed(text: string, at: number, problem: string): JsonFault {
  return { ...placeIn(text, at), problem };
}

/** Both from 1. */
export function placeIn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
