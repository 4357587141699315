/** The frame of a page: nothing may be loaded and nothing run; what the page needs, it has. */

import { type Html, html, trusted } from './html.ts';
import { stylesheet } from './stylesheet.ts';

const contentPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

export function page(title: string, header: Html, sections: readonly (Html | undefined)[]): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy)}">
<title>${title} – hourmatch report</title>
<style>${trusted(stylesheet)}</style>
</head>
<body>
${header}<main>
${sections}</main>
</body>
</html>
`;
}
