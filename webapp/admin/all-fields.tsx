import React, {type ReactElement} from 'react';
import type {AdminSectionProps} from '../mattermost/registry.js';

/** The page's own fields, as they would be without this script. */
export const AllFields = ({settingsList = []}: AdminSectionProps): ReactElement => <>{settingsList}</>;
