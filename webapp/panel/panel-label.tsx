import React, {type ReactElement} from 'react';
import {CameraIcon} from '../parts/icons.js';
import {useText} from '../text/use-text.js';

/** In the head of the right-hand side, which is the page's. */
export const PanelTitle = (): ReactElement => <>{useText()('zoom.import.title')}</>;

/** In a menu. */
export const PanelLabel = (): ReactElement => <>{useText()('zoom.import.menu')}</>;

/** Beside it. */
export const PanelIcon = (): ReactElement => (
  <span className="zoom-menu-icon">
    <CameraIcon />
  </span>
);
