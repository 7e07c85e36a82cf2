package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/mattermost/mattermost/server/public/model"
)

func (m *memory) RegisterCommand(command *model.Command) error {
	if command.Trigger == "" {
		return errors.New("invalid command")
	}
	if command.AutocompleteData != nil {
		if err := command.AutocompleteData.IsValid(); err != nil {
			return fmt.Errorf("invalid autocomplete data in command: %w", err)
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.commands = append(m.without(command.TeamId, command.Trigger), command)
	return nil
}

func (m *memory) UnregisterCommand(teamID, trigger string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.commands = m.without(teamID, trigger)
	return nil
}

func (m *memory) without(teamID, trigger string) []*model.Command {
	return slices.DeleteFunc(slices.Clone(m.commands), func(known *model.Command) bool {
		return known.TeamId == teamID && known.Trigger == trigger
	})
}

func (m *memory) allCommands() []*model.Command {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]*model.Command{}, m.commands...)
}

func (m *memory) LogDebug(message string, pairs ...any) { m.log("debug", message, pairs) }
func (m *memory) LogInfo(message string, pairs ...any)  { m.log("info", message, pairs) }
func (m *memory) LogWarn(message string, pairs ...any)  { m.log("warn", message, pairs) }
func (m *memory) LogError(message string, pairs ...any) { m.log("error", message, pairs) }

func (m *memory) log(level, message string, pairs []any) {
	fields := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		fields[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	m.journal.add(logEntry{level, message, fields})
}
