import React, {type ReactElement} from 'react';

const drawn = (path: string) =>
  function Icon({size = 16}: {size?: number}): ReactElement {
    return (
      <svg
        className="zoom-icon"
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="currentColor"
        aria-hidden="true"
        focusable="false"
      >
        <path d={path} />
      </svg>
    );
  };

/** A camera: the sign of a meeting. */
export const CameraIcon = drawn(
  'M5 6h9a2.5 2.5 0 0 1 2.5 2.5v7A2.5 2.5 0 0 1 14 18H5a2.5 2.5 0 0 1-2.5-2.5v-7A2.5 2.5 0 0 1 5 6zm13 4.2 2.6-2.1c.6-.5 1.4-.1 1.4.7v6.4c0 .8-.8 1.2-1.4.7L18 13.8z',
);
/** A screen with a stand: the sign of a webinar. */
export const ScreenIcon = drawn('M3 4h18v12h-8v2.2l3 2.3H8l3-2.3V16H3zm2 2v8h14V6zm5 1.5 4.5 2.5-4.5 2.5z');
/** Somebody. */
export const PersonIcon = drawn(
  'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm0 2c-4 0-7 2-7 4.5V20h14v-1.5c0-2.5-3-4.5-7-4.5z',
);
export const CheckIcon = drawn('m9.3 18.2-5.6-5.6 1.5-1.5 4.1 4.1L18.8 5.7l1.5 1.5z');
export const CrossIcon = drawn(
  'm12 10.6 5.3-5.3 1.4 1.4-5.3 5.3 5.3 5.3-1.4 1.4-5.3-5.3-5.3 5.3-1.4-1.4 5.3-5.3-5.3-5.3 1.4-1.4z',
);
export const AlertIcon = drawn('M12 3 1.8 20.5h20.4zm-1 6.5h2v5.5h-2zm0 6.8h2v2h-2z');
export const CircleIcon = drawn('M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 2a6 6 0 1 1 0 12 6 6 0 0 1 0-12z');
