import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { openLink } from './app/state/open-link';
import { createTwin } from './app/twin';
import './app/style.css';
import './app/study.css';
import './app/show/show.css';
import './app/charts/charts.css';
import './app/compare/compare.css';
import './app/planning/planning.css';

const twin = createTwin();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(<App twin={twin} />);
void twin.session.openHall('quxi');
void openLink(twin);
