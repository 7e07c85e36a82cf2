import React, {type ReactElement, useId, useLayoutEffect, useRef, useState} from 'react';
import {useText} from '../text/use-text.js';

/** What whoever brought a meeting here wrote about it: plain text, the first lines until somebody wants more. */
export function Description({text}: {text: string}): ReactElement {
  const say = useText();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const {ref, isCut} = useIsCut();
  return (
    <div className="zoom-description">
      <p id={id} ref={ref} className={isOpen ? undefined : 'zoom-clamped'} dir="auto">
        {text}
      </p>
      {(isCut || isOpen) && (
        <button
          type="button"
          className="zoom-button zoom-link zoom-small"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {say(isOpen ? 'zoom.card.less' : 'zoom.card.moreText')}
        </button>
      )}
    </div>
  );
}

/** Whether some of it is out of sight; how much has room changes with the width. */
function useIsCut() {
  const ref = useRef<HTMLParagraphElement>(null);
  const [isCut, setCut] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = (): void => setCut(element.scrollHeight > element.clientHeight + 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return {ref, isCut};
}
