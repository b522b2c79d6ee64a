import type { Twin } from '../twin';
import { carriesDocument, documentOf, LINK } from './link';
import { hashOf } from './page';

/**
 * Opens the document that the address carries, if it carries one, in the studio. A broken link is
 * told on the hall's page, and the hall that opens by itself stays.
 */
export async function openLink({ store, session }: Pick<Twin, 'store' | 'session'>): Promise<void> {
  const { hash } = window.location;
  if (!carriesDocument(hash)) return;
  window.history.replaceState(null, '', hashOf('hall'));
  await opened(store);
  const before = store.getState().question;
  await Promise.race([
    session.openFile({ name: LINK, size: hash.length, text: () => documentOf(hash) }),
    new Promise<void>((resolve) => {
      const stop = store.subscribe(({ question, notice }) => {
        if (question === before && notice === null) return;
        stop();
        resolve();
      });
    }),
  ]);
  const { question } = store.getState();
  if (question !== before && question?.floorplan) window.location.hash = hashOf('studio');
}

/** Waits for the hall that opens by itself. */
function opened(store: Twin['store']): Promise<void> {
  return new Promise((resolve) => {
    if (store.getState().question) {
      resolve();
      return;
    }
    const stop = store.subscribe(({ question }) => {
      if (!question) return;
      stop();
      resolve();
    });
  });
}
