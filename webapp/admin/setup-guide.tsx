import React, {type ReactElement} from 'react';
import type {AdminSetup} from '../../contract/admin.js';
import type {Asked} from '../api/answers.js';
import type {AdminSectionProps} from '../mattermost/registry.js';
import {useServices} from '../services.js';
import {RichText} from '../parts/rich-text.js';
import {useText} from '../text/use-text.js';
import {CopyIntoZoom} from './copy-into-zoom.js';
import {FieldWithQuestion, isMasked} from './field-with-question.js';
import {ModeWords} from './mode-words.js';
import {settingFields, type SettingField} from './setting-fields.js';
import {showMode} from './show-mode.js';
import {chosenMode, fieldsOf, isUntouched, STEPS, stepState} from './setup-steps.js';
import {SetupStep} from './setup-step.js';
import {TestConnection} from './test-connection.js';
import {useConnectionTest} from './use-connection-test.js';
import {readOtherSections, useOtherSections} from './use-other-sections.js';
import {useSetup} from './use-setup.js';

/** From an empty server to a tested connection, from top to bottom. */
export function SetupGuide(props: AdminSectionProps): ReactElement {
  const given = settingFields(props);
  const secret = given.find(({key}) => key === 'webhooksecret')?.value;
  const {asked, ask} = useSetup(isMasked(secret) ? 'stored' : 'typed');
  const newestAddress = async (): Promise<string> => {
    const answer = await ask();
    if (answer.kind === 'answer' && answer.value.webhook_url !== '') return answer.value.webhook_url;
    throw new Error('There is no address.');
  };
  const setup = asked?.kind === 'answer' ? asked.value : undefined;
  const fields = showMode(given, setup);
  const mode = chosenMode(setup, fields);
  const others = useOtherSections();
  const test = useConnectionTest(() => ({...typedValues(fields, setup), ...readOtherSections().values}));
  const isBlank = isUntouched(fields, mode);
  const checks = test.answer?.kind === 'answer' ? test.answer.value : undefined;
  return (
    <>
      <SetupTrouble asked={asked} />
      <ol className="zoom-steps">
        {STEPS.map((name, index) => {
          const own = fieldsOf(name, fields, mode);
          return (
            <SetupStep
              key={name}
              name={name}
              number={index + 1}
              state={stepState(name, own, checks, isBlank)}
            >
              {own.map((field) => (
                <FieldWithQuestion key={field.key} field={field} />
              ))}
              {name === 'mode' && setup !== undefined && mode !== undefined && (
                <ModeWords mode={mode} setup={setup} />
              )}
              {name === 'copy' && setup !== undefined && mode !== undefined && (
                <CopyIntoZoom
                  setup={setup}
                  mode={mode}
                  newestAddress={newestAddress}
                  isSecretChanged={isChanged(secret, setup)}
                />
              )}
              {name === 'test' && <TestConnection test={test} asSaved={others.unread} />}
            </SetupStep>
          );
        })}
      </ol>
    </>
  );
}

function SetupTrouble({asked}: {asked: Asked<AdminSetup> | undefined}): ReactElement {
  const say = useText();
  const {basePath} = useServices();
  return (
    <div role="status" className="zoom-setup-trouble">
      {asked === undefined && say('zoom.admin.loading')}
      {asked?.kind === 'failed' && say('zoom.admin.unreachable')}
      {asked?.kind === 'refused' && <RichText basePath={basePath()}>{asked.message}</RichText>}
    </div>
  );
}

const isChanged = (secret: unknown, {webhook_url: url}: AdminSetup): boolean =>
  typeof secret === 'string' && !isMasked(secret) && !url.includes(encodeURIComponent(secret));

/** The page lower-cases the keys; the server's are those of its own list. */
function typedValues(
  fields: readonly SettingField[],
  setup: AdminSetup | undefined,
): Readonly<Record<string, unknown>> {
  const keys = new Map(
    setup?.modes.flatMap(({settings}) => settings).map((key) => [key.toLowerCase(), key] as const),
  );
  return Object.fromEntries(fields.map(({key, value}) => [keys.get(key) ?? key, value]));
}
