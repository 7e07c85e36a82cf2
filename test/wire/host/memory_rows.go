package main

import (
	"bytes"
	"maps"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/mattermost/mattermost/server/public/model"
)

// row is a value of the plugin's key-value store.
type row struct {
	value    []byte
	expireAt time.Time // zero: never
}

func (m *memory) KVGet(key string) ([]byte, *model.AppError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.value(key), nil
}

// KVSetWithOptions answers whether the row was written; only an atomic call can lose.
func (m *memory) KVSetWithOptions(key string, value []byte, options model.PluginKVSetOptions) (bool, *model.AppError) {
	if refusal := options.IsValid(); refusal != nil {
		return false, refusal
	}
	if key == "" || utf8.RuneCountInString(key) > model.KeyValueKeyMaxRunes {
		return false, invalid("KVSetWithOptions", "model.plugin_key_value.is_valid.key.app_error",
			"Invalid key, must be more than 0 and a of maximum 150 characters long.")
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if options.Atomic && !bytes.Equal(m.value(key), options.OldValue) {
		return false, nil
	}
	if len(value) == 0 {
		delete(m.rows, key)
		return true, nil
	}
	written := row{value: bytes.Clone(value)}
	if options.ExpireInSeconds > 0 {
		written.expireAt = time.Now().Add(time.Duration(options.ExpireInSeconds) * time.Second)
	}
	m.rows[key] = written
	return true, nil
}

func (m *memory) KVDelete(key string) *model.AppError {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.rows, key)
	return nil
}

// KVList pages through the keys in their order; without a size, a page has ten.
func (m *memory) KVList(page, perPage int) ([]string, *model.AppError) {
	if perPage <= 0 {
		perPage = 10
	}
	keys := slices.Sorted(maps.Keys(m.allRows()))
	first := min(max(0, page)*perPage, len(keys))
	return keys[first:min(first+perPage, len(keys))], nil
}

// value is nil for a row that is missing or has expired; a stored value is never empty.
func (m *memory) value(key string) []byte {
	found, known := m.rows[key]
	if !known || (!found.expireAt.IsZero() && !time.Now().Before(found.expireAt)) {
		return nil
	}
	return bytes.Clone(found.value)
}

func (m *memory) allRows() map[string][]byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	rows := map[string][]byte{}
	for key := range m.rows {
		if value := m.value(key); value != nil {
			rows[key] = value
		}
	}
	return rows
}
