import {type FocusEvent, type RefObject, useLayoutEffect, useRef} from 'react';

/** For the element in which focus is kept. */
interface Keeper {
  ref: RefObject<HTMLDivElement>;
  tabIndex: -1;
  onFocus: () => void;
  onBlur: (event: FocusEvent) => void;
}

/**
 * Where what had the focus is gone, such as a button whose work is done, the browser begins at the top of the page.
 * Here it stays in the part around it.
 */
export function useFocusKept(): Keeper {
  const ref = useRef<HTMLDivElement>(null);
  const isInside = useRef(false);
  useLayoutEffect(() => {
    if (isInside.current && document.activeElement === document.body) ref.current?.focus();
  });
  return {
    ref,
    tabIndex: -1,
    onFocus() {
      isInside.current = true;
    },
    // Nobody leaves what is taken away.
    onBlur({currentTarget, relatedTarget}) {
      isInside.current = currentTarget.contains(relatedTarget);
    },
  };
}
