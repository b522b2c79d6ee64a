import './app/offline/no-eval';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { keepOffline } from './app/offline/updates';
import { loadShippedPlan } from './app/plans';
import { arrive } from './app/state/arrival';
import { carriesPlace } from './app/state/link';
import { createTwin } from './app/twin';
import './app/style.css';
import './app/study.css';
import './app/show/show.css';
import './app/hall/words/words.css';
import './app/charts/charts.css';
import './app/compare/compare.css';
import './app/planning/planning.css';

const twin = createTwin();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(<App twin={twin} />);
const arriving = () =>
  arrive({
    ...twin,
    loadPlan: loadShippedPlan,
    setAside: twin.studio.setAside,
    address: {
      hash: () => window.location.hash,
      replace: (hash) => window.history.replaceState(null, '', hash),
    },
  });
void arriving();
// A link that is put into the address of a page that is open already.
window.addEventListener('hashchange', () => {
  if (carriesPlace(window.location.hash)) void arriving();
});
keepOffline();
