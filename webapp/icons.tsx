import React from 'react';

/** A camera; what it stands for is said by the text beside it. */
export function CameraIcon(): React.ReactElement {
  return (
    <svg
      className="zoom-icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M4 6h10a2 2 0 0 1 2 2v2.4l4.2-2.8a.5.5 0 0 1 .8.4v8a.5.5 0 0 1-.8.4L16 13.6V16a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z" />
    </svg>
  );
}
