/** The frame of a page: nothing may be loaded and nothing run; what the page needs, it has. */

import { type Html, html, trusted } from './html.ts';
import type { Language } from './language/language.ts';
import { stylesheet } from './stylesheet.ts';

const contentPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

export interface Page {
  readonly title: string;
  readonly language: Language;
  readonly header: Html;
  readonly sections: readonly Html[];
  readonly footer?: Html;
}

export function page({ title, language, header, sections, footer }: Page): Html {
  return html`<!doctype html>
<html lang="${language.code}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy)}">
<title>${title} – hourmatch</title>
<style>${trusted(stylesheet)}</style>
</head>
<body>
${header}<main>
${sections}</main>
${footer}</body>
</html>
`;
}
