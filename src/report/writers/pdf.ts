/** A report as PDF/UA-1, or PDF/A-3a for archives: tagged, with its fonts and what it tells of inside, the same bytes for the same result. */

import { readFileSync } from 'node:fs';
import { ReportError } from '../../errors.ts';
import { packageFolder } from '../../package-folder.ts';
import type { Content } from '../content/content.ts';
import type { Language } from '../language/language.ts';
import { charactersOf } from './font-coverage.ts';
import { pdfData } from './pdf-data.ts';
import { pdfTemplate } from './pdf-template.ts';

/** Nothing is read from a disk: all files are handed over, below a folder that is nowhere. */
const WORKSPACE = '/hourmatch-report';

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** @throws ReportError where the typesetter is not installed */
export async function contentPdf(
  content: Content,
  attachments: readonly Attachment[],
  language: Language,
  pdfStandard: 'ua-1' | 'a-3a' = 'ua-1',
): Promise<Uint8Array> {
  const { NodeCompiler } = await typesetter();
  const { blobs, canShow } = fonts();
  const { data, files } = pdfData(content, language, (text) =>
    text.replace(/./gsu, (letter) => (canShow(letter) ? letter : '\ufffd')),
  );
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: blobs }] });
  const add = (path: string, bytes: Uint8Array) => compiler.mapShadow(`${WORKSPACE}${path}`, Buffer.from(bytes));
  for (const [path, bytes] of files) add(path, bytes);
  for (const { name, bytes } of attachments) add(`/${name}`, bytes);
  const listed = attachments.map(({ bytes: _, ...attachment }) => attachment);
  add('/content.json', Buffer.from(JSON.stringify({ ...data, attachments: listed })));
  const creationTimestamp = Math.floor(Date.parse(content.seal.createdAt) / 1000);
  try {
    return compiler.pdf({ mainFileContent: pdfTemplate }, { pdfStandard, creationTimestamp });
  } finally {
    // Pictures of a report are large, and hardly any two reports have one in common.
    compiler.evictCache(0);
  }
}

async function typesetter() {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler');
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new ReportError(
      `No PDF can be made here: the typesetter is not installed (${reason}). Print report.html, which is laid out for paper, or install @myriaddreamin/typst-ts-node-compiler.`,
    );
  }
}

const fontFiles = ['sans-regular.ttf', 'sans-bold.ttf', 'symbols-regular.ttf'];
let read: { readonly blobs: Buffer[]; readonly canShow: (letter: string) => boolean } | undefined;

function fonts() {
  if (read === undefined) {
    const blobs = fontFiles.map((file) => readFileSync(new URL(`data/fonts/${file}`, packageFolder)));
    const [regular, bold, symbols] = blobs.map(charactersOf) as [Set<number>, Set<number>, Set<number>];
    const known = new Set([...regular].filter((code) => bold.has(code)).concat([...symbols]));
    read = { blobs, canShow: (letter) => letter === '\n' || known.has(letter.codePointAt(0)!) };
  }
  return read;
}
