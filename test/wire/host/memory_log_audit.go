//go:build !before_10_10

package main

import "github.com/mattermost/mattermost/server/public/model"

// LogAuditRec came with Mattermost 10.10, and its record with it.
func (m *memory) LogAuditRec(record *model.AuditRecord) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.audits = append(m.audits, record)
}
