/** YAML or JSON text → plain values, with the place of each; what YAML offers beyond plain data is refused. */

import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import { ScenarioError } from '../../errors.ts';
import { type Fault, issueOf, type Path, type Place } from '../faults/fault.ts';
import { most } from '../schema/bounds.ts';
import type { Source } from './value-source.ts';

/** @throws ScenarioError with every fault of the text, nothing of the schema */
export function valueOfText(text: string, file: string): unknown {
  const source = readSource(text, file);
  if (source.faults.length === 0) return source.value;
  throw new ScenarioError(
    file,
    source.faults.map((fault) => issueOf(fault, source)),
  );
}

interface Mark {
  readonly key: number | undefined;
  readonly value: number;
  readonly written: string | undefined;
}

/**
 * Reads YAML 1.2, of which JSON is a part. Faults: broken syntax (the first only, for all after it is guesswork), fields
 * that stand twice, aliases and tags, and what is larger or deeper than any scenario.
 */
export function readSource(text: string, file: string): Source {
  const lines = new LineCounter();
  const separators = text.length > most.separators ? (text.match(/[\n,]/g)?.length ?? 0) : 0;
  if (separators > most.separators || text.length > most.bytes) {
    const places = { file, locate: () => undefined, writtenAt: () => undefined };
    return { ...places, value: undefined, faults: [tooLong(text, separators)], unread: [], isReadable: false };
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false });
  const marks = new Map<string, Mark>();
  const places = {
    file,
    locate: (path: Path, atKey: boolean) => locate(marks, lines, path, atKey),
    writtenAt: (path: Path) => marks.get(JSON.stringify(path))?.written,
  };
  const broken = document.errors.find((error) => error.code !== 'DUPLICATE_KEY');
  if (broken !== undefined) {
    return { ...places, value: undefined, faults: [syntaxFault(broken, text, lines)], unread: [], isReadable: false };
  }
  if (document.contents === null) {
    const fault: Fault = { code: 'scenario.unreadable', path: [], problem: 'the file is empty' };
    return { ...places, value: undefined, faults: [fault], unread: [], isReadable: false };
  }
  const faults: Fault[] = [];
  const unread: Path[] = [];
  return { ...places, value: plain(document.contents, [], undefined), faults, unread, isReadable: true };

  function plain(node: Node | null, path: Path, key: number | undefined): unknown {
    const written = isScalar(node) ? node.source : undefined;
    if (path.length > most.depth) return refuse(path, tooDeep, deepest);
    marks.set(JSON.stringify(path), { key, value: node?.range?.[0] ?? key ?? 0, written });
    if (isAlias(node)) {
      return refuse(path, `*${node.source} is an alias`, 'Write the value itself: aliases are not followed.');
    }
    if (node?.tag !== undefined) return refuse(path, `the tag ${node.tag} is not read`, 'Write the plain value.');
    if (isSeq<Node>(node)) return node.items.map((item, at) => plain(item, [...path, at], undefined));
    if (isMap<Node, Node | null>(node)) return fieldsOf(node.items, path);
    return isScalar(node) ? node.value : null;
  }

  function fieldsOf(pairs: readonly { key: Node; value: Node | null }[], path: Path): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    for (const { key, value } of pairs) {
      const field = isScalar(key) && typeof key.value === 'string' ? key.value : String(key);
      const start = key.range?.[0];
      if (Object.hasOwn(fields, field)) {
        const place = start === undefined ? {} : { place: placeAt(lines, start) };
        faults.push({ ...refusal([...path, field], 'this field stands twice', `Keep one ${field}.`), ...place });
        continue;
      }
      // Assigned plainly, `__proto__` would change the object instead of naming a field.
      Object.defineProperty(fields, field, { value: plain(value, [...path, field], start), enumerable: true });
    }
    return fields;
  }

  function refuse(path: Path, problem: string, expected: string): undefined {
    faults.push(refusal(path, problem, expected));
    unread.push(path);
    return undefined;
  }
}

function refusal(path: Path, problem: string, expected: string): Fault {
  return { code: 'scenario.syntax', path, problem, expected };
}

const tooDeep = 'groups within groups, too many of them';
const deepest = `Expected at most ${most.depth} levels.`;

function tooLong(text: string, separators: number): Fault {
  const count = (value: number) => value.toLocaleString('en-US');
  const [problem, longest] =
    text.length > most.bytes
      ? [`${count(text.length)} characters are too many`, most.bytes]
      : [`${count(separators)} lines and commas are too many`, most.separators];
  return { code: 'scenario.too-large', path: [], problem, expected: `Expected at most ${count(longest)}.` };
}

function syntaxFault(error: YAMLError, text: string, lines: LineCounter): Fault {
  const place = placeAt(lines, error.pos[0]);
  const line = text.split('\n')[place.line - 1] ?? '';
  const isTooDeep = error.message.includes('call stack');
  // { file: ../{weatherYear}.csv } is the likeliest slip: braces inside braces open another group.
  const isUnquotedBrace = /\{[^"'{}]*\{\w*\}/.test(line);
  return {
    code: 'scenario.syntax',
    path: [],
    problem: isTooDeep ? tooDeep : `the text is neither YAML nor JSON: ${error.message.replace(/;.*/s, '')}`,
    ...(isTooDeep ? { expected: deepest } : {}),
    ...(isUnquotedBrace
      ? { expected: 'Put file names that hold { } in quotes: "../profiles/{weatherYear}.csv".' }
      : {}),
    place,
  };
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function locate(marks: ReadonlyMap<string, Mark>, lines: LineCounter, path: Path, atKey: boolean): Place | undefined {
  for (let length = path.length; length >= 0; length--) {
    const mark = marks.get(JSON.stringify(path.slice(0, length)));
    if (mark === undefined) continue;
    return placeAt(lines, atKey && length === path.length ? (mark.key ?? mark.value) : mark.value);
  }
  return undefined;
}
