import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';
import {usePanelText} from '../text/use-panel-text.js';

/** What the last run came to; `undefined`: there was none, or something was chosen since. */
export function useSummary(): string | undefined {
  const {importer} = useServices();
  const say = usePanelText();
  const summary = useObservable(importer.state, (state) => state.summary);
  const left = useObservable(importer.state, ({drafts}) => drafts.size);
  if (summary === undefined) return undefined;
  const posted = say('zoom.panel.summary', {count: summary.done});
  return left === 0 ? posted : `${posted} ${say('zoom.panel.left', {count: left})}`;
}
