import type {UserRecord} from '../records.js';

type Person = Pick<UserRecord, 'username' | 'first_name' | 'last_name'>;

/** The sign-in page, with a button for each person. */
export const renderSignIn = (people: readonly Person[], redirectTo: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in · Mattermost sandbox</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Who are you?</h1>
<p>Nobody is signed in to Mattermost in this browser. There are no passwords in the sandbox.</p>
<form method="post" action="/login">
<input type="hidden" name="redirect_to" value="${escaped(redirectTo)}">
${people.map(button).join('\n')}
</form>
</main>
</body>
</html>
`;

const button = (person: Person): string =>
  `<button name="user" value="${escaped(person.username)}">${escaped(nameOf(person))}</button>`;

const nameOf = ({username, first_name: first, last_name: last}: Person): string =>
  `${first} ${last}`.trim() || username;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE = `
body {
  margin: 0;
  padding: 64px 16px;
  background: #f7f8fb;
  color: #222b3c;
  font: 14px/20px 'Open Sans', system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif;
}
main {
  max-width: 360px;
  margin: 0 auto;
}
h1 {
  margin: 0 0 4px;
  font-size: 20px;
  line-height: 28px;
}
p {
  margin: 0 0 16px;
  color: #4b566b;
}
button {
  display: block;
  width: 100%;
  min-height: 40px;
  margin-bottom: 8px;
  border: 1px solid #c5cbd8;
  border-radius: 4px;
  background: #fff;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
button:hover {
  border-color: #1c58d9;
}
button:focus-visible {
  outline: 2px solid #1c58d9;
  outline-offset: 1px;
}
`;
