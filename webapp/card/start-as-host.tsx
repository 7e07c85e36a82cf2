import React, {useState} from 'react';
import {FormattedMessage, useIntl} from 'react-intl';
import {allowedLink} from '../allowed-link.js';
import {asText} from '../api/request.js';
import type {Context} from '../context.js';
import {openTab} from '../start/meeting-tab.js';
import {changed, zoomState} from '../state.js';
import type {CardView} from './read-card.js';

/** For the host alone: the link is asked for now, opens in a tab of this click and is kept nowhere. */
export function StartAsHost({card, context}: {card: CardView; context: Context}): React.ReactElement {
  const {formatMessage} = useIntl();
  const [isBusy, setBusy] = useState(false);
  const {store, api} = context;
  const start = async (): Promise<void> => {
    setBusy(true);
    const tab = openTab(formatMessage({id: 'zoom.start.opening'}));
    const answer = await api.post('/api/v1/start-links', {
      card_id: card.cardId,
      meeting_id: card.number.replaceAll(' ', ''),
    });
    setBusy(false);
    const hosts = zoomState(store.getState()).client?.linkHosts;
    const link = answer.ok ? allowedLink(asText(answer.body['start_url']), hosts) : undefined;
    if (link !== undefined && tab.isOpen) return tab.go(link);
    tab.close();
    const refused = (!answer.ok && answer.message) || formatMessage({id: 'zoom.failed'});
    const notice =
      link === undefined ? {text: refused} : {text: formatMessage({id: 'zoom.start.hostBlocked'}), link};
    store.dispatch(changed((state) => ({...state, notice})));
  };
  return (
    <button
      type="button"
      className="zoom-button"
      disabled={isBusy}
      aria-busy={isBusy}
      onClick={() => void start()}
    >
      <FormattedMessage id={isBusy ? 'zoom.start.asking' : 'zoom.card.startAsHost'} />
    </button>
  );
}
