import {expect, it} from '@jest/globals';
import {nameKnown} from '../../../scripts/fuzz/name-known.js';
import type {OpenApiDocument} from '../../../server/inbound/api/open-api.js';

const text = {type: 'string'};
const operation = (operationId: string) => ({
  operationId,
  parameters: [{name: 'meetingId', in: 'path', schema: text}],
  requestBody: {content: {'application/json': {schema: {properties: {channel_id: text, topic: text}}}}},
});
const document: OpenApiDocument = {
  openapi: '3.1.0',
  paths: {'/one': {post: operation('one')}, '/two': {post: operation('two')}},
};

it('lets what exists be chosen beside anything that is allowed, and for some operations alone', () => {
  const known = {meetingId: ['85512345678'], channel_id: ['planning']};
  const named = nameKnown(document, known, {two: {meetingId: ['85500000000']}});
  const body = {channel_id: {anyOf: [{enum: ['planning']}, text]}, topic: text};
  const requestBody = {content: {'application/json': {schema: {properties: body}}}};
  expect(named.paths['/one']?.['post']).toMatchObject({
    parameters: [{schema: {anyOf: [{enum: ['85512345678']}, text]}}],
    requestBody,
  });
  expect(named.paths['/two']?.['post']).toMatchObject({
    parameters: [{schema: {enum: ['85500000000']}}],
    requestBody,
  });
  expect(document.paths['/one']?.['post']).toEqual(operation('one'));
});
