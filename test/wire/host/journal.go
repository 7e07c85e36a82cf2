package main

import (
	"encoding/json"
	"sync"

	"github.com/mattermost/mattermost/server/public/shared/mlog"
)

type logEntry struct {
	Level   string         `json:"level"`
	Message string         `json:"message"`
	Fields  map[string]any `json:"fields"`
}

// journal is the server log, kept in memory as far as it is about the plugin.
type journal struct {
	logger   *mlog.Logger
	process  *process
	pluginID string
	changed  func()

	mu      sync.Mutex
	entries []logEntry
}

func newJournal(pluginID string, changed func()) (*journal, error) {
	logger, err := mlog.NewLogger()
	if err != nil {
		return nil, err
	}
	j := &journal{logger: logger, pluginID: pluginID, changed: changed, entries: []logEntry{}}
	j.process = newProcess(j.flush)
	if err := mlog.AddWriterTarget(logger, j, true, mlog.StdAll...); err != nil {
		return nil, err
	}
	// The SDK logs through the global logger too, which would otherwise write to our stdout.
	mlog.InitGlobalLogger(logger)
	return j, nil
}

// Write takes one line of the logger.
func (j *journal) Write(line []byte) (int, error) {
	fields := map[string]any{}
	if err := json.Unmarshal(line, &fields); err != nil {
		return 0, err
	}
	if fields["plugin_id"] != j.pluginID {
		return len(line), nil
	}
	level, _ := fields["level"].(string)
	message, _ := fields["msg"].(string)
	extras, _ := fields["wrapped_extras"].(string)
	for _, name := range []string{"level", "msg", "timestamp", "caller", "plugin_id"} {
		delete(fields, name)
	}
	j.process.note(message, extras)
	j.add(logEntry{level, message, fields})
	return len(line), nil
}

func (j *journal) add(entry logEntry) {
	j.mu.Lock()
	j.entries = append(j.entries, entry)
	j.mu.Unlock()
	j.changed()
}

func (j *journal) all() []logEntry {
	j.flush()
	j.mu.Lock()
	defer j.mu.Unlock()
	return append([]logEntry{}, j.entries...)
}

// flush waits until what was logged has been written: the logger has a queue.
func (j *journal) flush() { _ = j.logger.Flush() }
