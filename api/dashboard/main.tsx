/** Where the page begins. */

import { render } from 'preact';
import './style/theme.css';
import './style/layout.css';
import './style/parts.css';
import './style/forms.css';
import './style/charts.css';
import { Page } from './page.tsx';

render(<Page />, document.getElementById('page')!);
