/** Where the page begins. */

import { render } from 'preact';
import './style/theme.css';
import './style/layout.css';
import './style/parts.css';
import './style/tables.css';
import './style/forms.css';
import './style/bands.css';
import './style/charts.css';
import './style/weeks.css';
import { Page } from './page.tsx';
import { language } from './state/location.ts';
import { speak } from './words/words.ts';

await speak(language.value);
render(<Page />, document.getElementById('page')!);
