import React, {type KeyboardEvent, type ReactElement, type ReactNode, useId} from 'react';
import {useServices} from '../services.js';
import {useText} from '../text/use-text.js';
import {useModal} from './use-modal.js';

interface DialogProps {
  title: string;
  text: string;
  /** What can be chosen, the most likely thing first; to do nothing comes last by itself. */
  children: ReactNode;
  hint?: ReactNode;
}

/** A question that has to be answered before anything else. */
export function Dialog({title, text, children, hint}: DialogProps): ReactElement {
  const {state} = useServices();
  const say = useText();
  const titleId = useId();
  const textId = useId();
  const close = (): void => state.change({question: undefined});
  const modal = useModal(close);
  return (
    <dialog
      {...modal}
      className="zoom-dialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      onClose={close}
      onKeyDown={stayInside}
    >
      <h2 id={titleId}>{title}</h2>
      <p id={textId}>{text}</p>
      <div className="zoom-dialog-buttons">
        {children}
        <button type="button" className="zoom-button zoom-link" onClick={close}>
          {say('zoom.choice.cancel')}
        </button>
      </div>
      {hint !== undefined && <p className="zoom-hint">{hint}</p>}
    </dialog>
  );
}

/** The browser's own dialog lets Tab go on into the browser's bars; within the page it stays here. */
function stayInside(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.key !== 'Tab') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('a[href], button')];
  const [first, last] = [stops[0], stops.at(-1)];
  const edge = event.shiftKey ? first : last;
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
