/** The folder of this package, which holds `package.json` and `data`; what is compiled from the sources lies one deeper. */
export const packageFolder = new URL(import.meta.url.endsWith('.ts') ? '..' : '../..', import.meta.url);
