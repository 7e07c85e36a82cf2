import {type FocusEvent, useEffect, useState} from 'react';

/** Long enough to read two short sentences twice. */
const READ_MS = 20_000;

interface Reading {
  /** Somebody has the pointer or the focus in it, so it must not disappear. */
  isHeld: boolean;
  /** For the element itself. */
  holders: {
    onMouseEnter: () => void;
    onMouseLeave: () => void;
    onFocus: () => void;
    onBlur: (event: FocusEvent) => void;
  };
}

/** Tells when something has been on the screen for a while, and whether somebody is in it just now. */
export function useReading(onRead: () => void): Reading {
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isHeld = isHovered || isFocused;
  useEffect(() => {
    if (isHeld) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      // Nobody reads in a hidden tab.
      if (!document.hidden) timer = setTimeout(onRead, READ_MS);
    };
    wait();
    document.addEventListener('visibilitychange', wait);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wait);
    };
  }, [isHeld, onRead]);
  return {
    isHeld,
    holders: {
      onMouseEnter: () => setHovered(true),
      onMouseLeave: () => setHovered(false),
      onFocus: () => setFocused(true),
      onBlur: ({currentTarget, relatedTarget}) => setFocused(currentTarget.contains(relatedTarget)),
    },
  };
}
