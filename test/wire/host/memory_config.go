package main

import (
	"encoding/json"
	"maps"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"
)

func (m *memory) GetServerVersion() string { return model.CurrentVersion }

func (m *memory) GetBundlePath() (string, error) { return m.bundlePath, nil }

func (m *memory) GetUnsanitizedConfig() *model.Config {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.config.Clone()
}

// GetConfig hides the values of settings that plugin.json marks as secret, as the server does.
func (m *memory) GetConfig() *model.Config {
	config := m.GetUnsanitizedConfig()
	if m.manifest.SettingsSchema != nil {
		config.PluginSettings.Sanitize([]*model.Manifest{m.manifest})
	}
	return config
}

// GetPluginConfig hides secrets too: a plugin that saves what it read here saves asterisks.
func (m *memory) GetPluginConfig() map[string]any {
	if settings := m.GetConfig().PluginSettings.Plugins[m.manifest.Id]; settings != nil {
		return settings
	}
	return map[string]any{}
}

// SavePluginConfig replaces all settings. Asterisks stand for the value that was there before.
func (m *memory) SavePluginConfig(settings map[string]any) *model.AppError {
	saved := maps.Clone(settings)
	old := m.storedSettings()
	for key, value := range saved {
		if value == model.FakeSetting {
			saved[key] = old[key]
		}
	}
	m.storeSettings(saved)
	m.saved()
	return nil
}

// LoadPluginConfiguration gives the settings by lower-cased key, over the defaults of plugin.json.
func (m *memory) LoadPluginConfiguration(dest any) error {
	settings := map[string]any{}
	if schema := m.manifest.SettingsSchema; schema != nil {
		addDefaults(settings, schema.Settings)
		if knowsDefaultsOfSections() {
			for _, section := range schema.Sections {
				addDefaults(settings, section.Settings)
			}
		}
	}
	for key, value := range m.storedSettings() {
		settings[strings.ToLower(key)] = value
	}
	encoded, err := json.Marshal(settings)
	if err != nil {
		return err
	}
	return json.Unmarshal(encoded, dest)
}

func addDefaults(to map[string]any, settings []*model.PluginSetting) {
	for _, setting := range settings {
		to[strings.ToLower(setting.Key)] = setting.Default
	}
}

// knowsDefaultsOfSections tells whether this server's version is 11.8 or newer: older ones left them out.
func knowsDefaultsOfSections() bool {
	major, minor, _ := model.SplitVersion(model.CurrentVersion)
	return major > 11 || (major == 11 && minor >= 8)
}

func (m *memory) storedSettings() map[string]any {
	m.mu.Lock()
	defer m.mu.Unlock()
	settings := map[string]any{}
	maps.Copy(settings, m.config.PluginSettings.Plugins[m.manifest.Id])
	return settings
}

func (m *memory) storeSettings(settings map[string]any) {
	defer m.changed()
	m.mu.Lock()
	defer m.mu.Unlock()
	m.config.PluginSettings.Plugins[m.manifest.Id] = settings
}

// patchConfig sets single fields: what the patch does not name stays.
func (m *memory) patchConfig(patch map[string]any) error {
	encoded, err := json.Marshal(patch)
	if err != nil {
		return err
	}
	defer m.changed()
	m.mu.Lock()
	defer m.mu.Unlock()
	return json.Unmarshal(encoded, m.config)
}
