/** What of PDF/UA-1 can be told from the structure of a file, by the checkpoints of the Matterhorn protocol. */

import { type Dictionary, isDictionary, Pdf, Reference, Text, type Value } from './read-pdf.ts';

const types = new Set(
  'Document Part Sect Div Span P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table THead TBody TFoot TR TH TD Figure Caption Link Note Code'
    .split(' ')
    .map((type) => `/${type}`),
);
const parentsOf: Readonly<Record<string, readonly string[]>> = {
  '/TR': ['/Table', '/THead', '/TBody', '/TFoot'],
  '/TH': ['/TR'],
  '/TD': ['/TR'],
  '/THead': ['/Table'],
  '/TBody': ['/Table'],
  '/LI': ['/L'],
  '/Lbl': ['/LI'],
  '/LBody': ['/LI'],
};
const painting = new Set('Tj TJ \' " f F f* S s B B* b b* Do sh BI'.split(' '));

/** Sentences; none where nothing is found. */
export function pdfFaultsOf(bytes: Buffer): string[] {
  const pdf = new Pdf(bytes);
  return [...new Set([...documentFaults(pdf), ...structureFaults(pdf)])];
}

function* documentFaults(pdf: Pdf): Generator<string> {
  const { catalogue } = pdf;
  if (pdf.dictionary(catalogue['/MarkInfo'])['/Marked'] !== true) yield '06: not marked as tagged';
  if (!(catalogue['/Lang'] instanceof Text)) yield '11: no language';
  if (pdf.dictionary(catalogue['/ViewerPreferences'])['/DisplayDocTitle'] !== true) yield '07: the title is not shown';
  const metadata = pdf.stream(catalogue['/Metadata']);
  if (!/<dc:title>.*?\S.*?<\/dc:title>/s.test(metadata)) yield '06: no title';
  if (!/pdfuaid:part(?:>|=")1/.test(metadata)) yield '05: not said to be PDF/UA-1';
  for (const page of pdf.pages()) {
    for (const font of Object.values(pdf.dictionary(pdf.dictionary(resourcesOf(pdf, page))['/Font']))) {
      const { '/ToUnicode': unicode, '/DescendantFonts': below } = pdf.dictionary(font);
      const descriptor = pdf.dictionary(pdf.dictionary(pdf.list(below)[0])['/FontDescriptor']);
      if (unicode === undefined) yield '10: letters without Unicode';
      if (!['/FontFile2', '/FontFile3'].some((file) => file in descriptor)) yield '31: a font that is not inside';
    }
  }
}

const resourcesOf = (pdf: Pdf, page: Value) => pdf.dictionary(page)['/Resources'];

/** Elements from the root down; each page has the marked contents that elements name, and paints nothing outside of them. */
function* structureFaults(pdf: Pdf): Generator<string> {
  const pages = pdf.pages().map(({ number }) => number);
  const named = new Map(pages.map((page) => [page, new Set<number>()]));
  const root = pdf.dictionary(pdf.catalogue['/StructTreeRoot']);
  const roles = pdf.dictionary(root['/RoleMap']);
  const typeOf = (element: Dictionary) => {
    const own = element['/S'] as `/${string}`;
    return (roles[own] ?? own) as string;
  };
  const faults: string[] = [];
  let level = 0;
  const attribute = (element: Dictionary, name: `/${string}`) =>
    pdf.list(element['/A']).flatMap((one) => pdf.dictionary(one)[name] ?? [])[0];
  const childrenOf = (element: Dictionary) => pdf.list(element['/K']).map((kid) => pdf.at(kid));
  const rowsOf = (table: Dictionary): Dictionary[] =>
    childrenOf(table)
      .filter(isDictionary)
      .flatMap((kid) => (typeOf(kid) === '/TR' ? [kid] : rowsOf(kid)));
  const visit = (element: Dictionary, parent: string, above: number) => {
    const page = element['/Pg'] instanceof Reference ? element['/Pg'].number : above;
    const type = typeOf(element);
    if (!types.has(type)) faults.push(`02: an element of the type ${type}`);
    if (parentsOf[type]?.includes(parent) === false) faults.push(`09: ${type} below ${parent}`);
    if (type === '/Figure' && !(element['/Alt'] instanceof Text)) faults.push('13: a figure without words');
    if (type === '/Figure' && attribute(element, '/BBox') === undefined) faults.push('13: a figure without a place');
    if (type === '/TH' && attribute(element, '/Scope') === undefined) faults.push('15: a head without a scope');
    if (/^\/H\d$/.test(type)) {
      if (Number(type[2]) > level + 1) faults.push(`14: ${type} after level ${level}`);
      level = Number(type[2]);
    }
    if (type === '/Table') {
      const widths = rowsOf(element).map((row) =>
        childrenOf(row).reduce<number>(
          (sum, cell) => sum + Number((isDictionary(cell) && attribute(cell, '/ColSpan')) || 1),
          0,
        ),
      );
      if (new Set(widths).size !== 1)
        faults.push(`15: a table with rows of ${[...new Set(widths)].join(' and ')} cells`);
    }
    for (const kid of childrenOf(element)) {
      if (typeof kid === 'number') named.get(page)?.add(kid);
      else if (isDictionary(kid) && kid['/Type'] === '/MCR') {
        const own = kid['/Pg'] instanceof Reference ? kid['/Pg'].number : page;
        named.get(own)?.add(kid['/MCID'] as number);
      } else if (isDictionary(kid) && '/S' in kid) visit(kid, type, page);
    }
  };
  for (const kid of pdf.list(root['/K'])) visit(pdf.dictionary(kid), '', -1);
  if (level === 0) faults.push('14: no heading');
  yield* faults;
  for (const page of pdf.pages()) yield* contentFaults(pdf, pdf.dictionary(page), named.get(page.number)!);
}

function* contentFaults(pdf: Pdf, page: Dictionary, named: ReadonlySet<number>): Generator<string> {
  if (typeof page['/StructParents'] !== 'number') yield '01: a page without its structure';
  const open: { readonly isArtifact: boolean; readonly id: number | undefined }[] = [];
  const marked = new Set<number>();
  for (const { operator, operands } of pdf.operators(page)) {
    if (operator === 'BDC' || operator === 'BMC') {
      const id = pdf.dictionary(operands[1])['/MCID'] as number | undefined;
      if (id !== undefined) marked.add(id);
      open.push({ isArtifact: operands[0] === '/Artifact', id });
    } else if (operator === 'EMC') open.pop();
    else if (painting.has(operator)) {
      const isArtifact = open.some((one) => one.isArtifact);
      const isTagged = open.some(({ id }) => id !== undefined);
      if (!isArtifact && !isTagged) yield '01: content that is not tagged';
      if (isArtifact && isTagged) yield '01: decoration inside of content, or content inside of decoration';
    }
  }
  if ([...marked].some((id) => !named.has(id))) yield '01: content that no element names';
  if ([...named].some((id) => !marked.has(id))) yield '01: an element without its content';
}
