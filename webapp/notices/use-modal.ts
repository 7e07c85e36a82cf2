import {type MouseEvent, type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef} from 'react';

/** What one of our modal dialogs listens to. */
interface Modal {
  ref: RefObject<HTMLDialogElement>;
  onPointerDown: (event: PointerEvent<HTMLDialogElement>) => void;
  onClick: (event: MouseEvent<HTMLDialogElement>) => void;
}

/**
 * The browser's own modal dialog, as long as its component is drawn: the page behind cannot be reached, Escape and a
 * press beside it close it, and focus goes back to where it was.
 */
export function useModal(close: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null);
  const startedBeside = useRef(false);
  useEscape(close);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const opened = ref.current;
    opened?.showModal();
    return () => {
      opened?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return {
    ref,
    onPointerDown(event) {
      startedBeside.current = isBeside(event);
    },
    onClick(event) {
      // A drag that selects text often begins in the dialog and ends beside it.
      if (startedBeside.current && isBeside(event)) close();
      startedBeside.current = false;
    },
  };
}

/**
 * Mattermost prevents the default of Escape on its document, so that the dialog gets no `cancel`. The window hears the
 * key before the document does; what closes the dialog must close nothing of the page behind it.
 */
function useEscape(close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current();
    };
    window.addEventListener('keydown', pressed, {capture: true});
    return () => window.removeEventListener('keydown', pressed, {capture: true});
  }, []);
}

/** The backdrop belongs to the dialog, and so does its padding: only the place tells them apart. */
function isBeside({target, currentTarget, clientX, clientY}: MouseEvent<HTMLDialogElement>): boolean {
  const {left, right, top, bottom} = currentTarget.getBoundingClientRect();
  const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  return target === currentTarget && !isInside;
}
