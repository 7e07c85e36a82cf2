import {addRegistrant} from './add-registrant.js';
import {type ApiRoute, scope} from './api-route.js';
import {createWebinar} from './create-webinar.js';
import {deleteWebinar} from './delete-webinar.js';
import {getWebinar} from './get-webinar.js';
import {listInstances} from './list-instances.js';
import {listPanelists} from './list-panelists.js';
import {listPastParticipants} from './list-past-participants.js';
import {listRegistrants} from './list-registrants.js';
import {listWebinars} from './list-webinars.js';
import {requireWebinar} from './require-webinar.js';
import {setWebinarStatus} from './set-webinar-status.js';

/** The part of the simulated API that is about webinars. */
export const WEBINAR_ROUTES = {
  'create-webinar': {
    method: 'post',
    path: '/v2/users/:id/webinars',
    scopes: scope('webinar:write:webinar'),
    label: 'light',
    answer: createWebinar,
  },
  'list-webinars': {
    method: 'get',
    path: '/v2/users/:id/webinars',
    scopes: scope('webinar:read:list_webinars'),
    label: 'medium',
    answer: listWebinars,
  },
  'get-webinar': {
    method: 'get',
    path: '/v2/webinars/:id',
    scopes: scope('webinar:read:webinar'),
    label: 'light',
    answer: getWebinar,
  },
  'delete-webinar': {
    method: 'delete',
    path: '/v2/webinars/:id',
    scopes: scope('webinar:delete:webinar'),
    label: 'light',
    answer: deleteWebinar,
  },
  'set-webinar-status': {
    method: 'put',
    path: '/v2/webinars/:id/status',
    scopes: scope('webinar:update:status'),
    label: 'light',
    answer: setWebinarStatus,
  },
  'list-webinar-registrants': {
    method: 'get',
    path: '/v2/webinars/:id/registrants',
    scopes: scope('webinar:read:list_registrants'),
    label: 'medium',
    answer: listRegistrants(requireWebinar),
  },
  'add-webinar-registrant': {
    method: 'post',
    path: '/v2/webinars/:id/registrants',
    scopes: scope('webinar:write:registrant'),
    label: 'light',
    answer: addRegistrant(requireWebinar),
  },
  'list-panelists': {
    method: 'get',
    path: '/v2/webinars/:id/panelists',
    scopes: scope('webinar:read:list_panelists'),
    label: 'medium',
    answer: listPanelists,
  },
  'list-past-webinar-instances': {
    method: 'get',
    path: '/v2/past_webinars/:id/instances',
    scopes: scope('webinar:read:list_past_instances'),
    label: 'medium',
    answer: listInstances('webinars'),
  },
  'list-webinar-participants': {
    method: 'get',
    path: '/v2/past_webinars/:id/participants',
    scopes: scope('webinar:read:list_past_participants'),
    label: 'medium',
    answer: listPastParticipants('webinars'),
  },
} satisfies Record<string, ApiRoute>;
