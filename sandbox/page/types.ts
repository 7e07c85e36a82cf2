/** Records as the REST API gives them; only what the page shows. */
export interface User {
  id: string;
  username: string;
  first_name: string;
  last_name: string;
  roles: string;
  is_bot: boolean;
  locale: string;
  timezone: Readonly<Record<string, string>>;
}

export interface Channel {
  id: string;
  type: 'O' | 'P' | 'D' | 'G';
  name: string;
  display_name: string;
  delete_at: number;
}

export interface Team {
  id: string;
  name: string;
}

export interface PostAction {
  id: string;
  name: string;
  style?: string;
}

export interface Attachment {
  title?: string;
  title_link?: string;
  text?: string;
  actions?: readonly PostAction[];
}

export interface Post {
  id: string;
  user_id: string;
  channel_id: string;
  root_id: string;
  type: string;
  message: string;
  create_at: number;
  props: Readonly<Record<string, unknown>>;
}

export interface Setting {
  key: string;
  display_name: string;
  type: 'text' | 'bool' | 'dropdown' | 'generated';
  help_text: string;
  regenerate_help_text?: string;
  placeholder?: string;
  default?: unknown;
  secret?: boolean;
  options?: readonly {display_name: string; value: string}[];
}

export interface Section {
  key: string;
  title: string;
  subtitle?: string;
  custom?: boolean;
  settings: readonly Setting[];
}

export interface PluginManifest {
  id: string;
  settings_schema: {header: string; sections: readonly Section[]};
}
