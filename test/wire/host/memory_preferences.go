package main

import "github.com/mattermost/mattermost/server/public/model"

// choice says whose preference it is, and which.
type choice struct{ userID, category, name string }

func (m *memory) GetPreferencesForUser(userID string) ([]model.Preference, *model.AppError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	found := []model.Preference{}
	for _, preference := range m.preferences {
		if preference.UserId == userID {
			found = append(found, preference)
		}
	}
	return found, nil
}

func (m *memory) UpdatePreferencesForUser(userID string, preferences []model.Preference) *model.AppError {
	defer m.changed()
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, preference := range preferences {
		if preference.UserId != userID {
			return invalid("UpdatePreferencesForUser", "api.preference.update_preferences.set.app_error", "Unable to set user preferences.")
		}
		m.preferences[choice{userID, preference.Category, preference.Name}] = preference
	}
	return nil
}
