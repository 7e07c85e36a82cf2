import React, {type ReactElement} from 'react';
import {RichText} from '../parts/rich-text.js';
import {useServices} from '../services.js';
import type {StartWishes} from '../api/create-api.js';
import type {Question, StartAgain} from '../state/client-state.js';
import {useText} from '../text/use-text.js';
import {Dialog} from './dialog.js';
import {ExistingMeeting} from './existing-meeting.js';

/** Whatever has to be decided before something is done. */
export function QuestionDialog({question}: {question: Question}): ReactElement {
  switch (question.kind) {
    case 'exists':
      return <ExistingMeeting meeting={question.meeting} again={question.again} />;
    case 'which-id':
      return <WhichId again={question.again} />;
    case 'large-channel':
      return <LargeChannel members={question.members} again={question.again} />;
    case 'end':
      return <EndForAll {...question} />;
    case 'many-readers':
      return <ManyReaders {...question} />;
  }
}

/** Asks for the same start once more, with what has been decided. */
function useDecide({start, wishes}: StartAgain): (decided: StartWishes) => () => void {
  const {startMeeting} = useServices();
  return (decided) => () => void startMeeting(start, {...wishes, ...decided});
}

function WhichId({again}: {again: StartAgain}): ReactElement {
  const {basePath} = useServices();
  const say = useText();
  const decide = useDecide(again);
  return (
    <Dialog
      title={say('zoom.choice.id')}
      text={say('zoom.choice.idText')}
      hint={<RichText basePath={basePath()}>{say('zoom.choice.idHint')}</RichText>}
    >
      {/* The one that nobody else knows comes first: a careless press gives nothing away. */}
      <button type="button" className="zoom-button zoom-primary" onClick={decide({meetingId: 'unique'})}>
        {say('zoom.choice.idUnique')}
      </button>
      <button type="button" className="zoom-button zoom-quiet" onClick={decide({meetingId: 'personal'})}>
        {say('zoom.choice.idPersonal')}
      </button>
    </Dialog>
  );
}

function LargeChannel({members, again}: {members: number; again: StartAgain}): ReactElement {
  const say = useText();
  const decide = useDecide(again);
  return (
    <Dialog title={say('zoom.choice.large', {members})} text={say('zoom.choice.largeText')}>
      <button type="button" className="zoom-button zoom-primary" onClick={decide({largeChannel: true})}>
        {say('zoom.choice.largePost')}
      </button>
    </Dialog>
  );
}

function ManyReaders({members, cards, goOn}: Extract<Question, {kind: 'many-readers'}>): ReactElement {
  const {state} = useServices();
  const say = useText();
  const post = (): void => {
    state.change({question: undefined});
    goOn();
  };
  return (
    <Dialog title={say('zoom.choice.large', {members})} text={say('zoom.choice.largeCards', {count: cards})}>
      <button type="button" className="zoom-button zoom-primary" onClick={post}>
        {say('zoom.choice.post')}
      </button>
    </Dialog>
  );
}

function EndForAll({topic, card, isWebinar}: Extract<Question, {kind: 'end'}>): ReactElement {
  const {closeMeeting} = useServices();
  const say = useText();
  return (
    <Dialog
      title={say(isWebinar ? 'zoom.webinar.endQuestion' : 'zoom.choice.end')}
      text={say('zoom.choice.endText', {topic: topic || say('zoom.card.topic')})}
    >
      <button
        type="button"
        className="zoom-button zoom-primary"
        onClick={() => void closeMeeting('end', card)}
      >
        {say('zoom.choice.endForAll')}
      </button>
    </Dialog>
  );
}
