package main

import (
	"net/http"
	"sync"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
)

// fault makes calls of one method fail: see Fault in test/support/plugin-host.ts.
type fault struct {
	Method string `json:"method"`
	Kind   string `json:"kind"`
	Status int    `json:"status"`
	Moment string `json:"moment"`
	Ms     int    `json:"ms"`
	Skip   int    `json:"skip"`
	Times  int    `json:"times"` // 0: without end
}

// gate is what every API call passes: it counts the call and refuses it, holds it or kills the plugin.
type gate struct {
	process *process
	changed func()

	mu     sync.Mutex
	calls  map[string]int
	faults []*fault
	lifted chan struct{}
}

func newGate(process *process, changed func()) *gate {
	return &gate{process: process, changed: changed, calls: map[string]int{}, lifted: make(chan struct{})}
}

// enter is called before the method is carried out, leave after it. A refusal means: do not carry it out.
func (g *gate) enter(method string) (leave func(), refusal *model.AppError) {
	hit, lifted := g.count(method)
	switch {
	case hit == nil:
		return g.changed, nil
	case hit.Kind == "refuse":
		g.changed()
		return nil, refuse(method, "app.test.refused", "refused by the test", hit.Status)
	case hit.Kind == "hang":
		g.changed()
		_, gone := g.process.current()
		select {
		case <-lifted:
		case <-gone:
		}
		return g.changed, nil
	case hit.Kind == "slow":
		time.Sleep(time.Duration(hit.Ms) * time.Millisecond)
		return g.changed, nil
	case hit.Moment == "before":
		g.process.kill()
		return nil, refuse(method, "app.test.killed", "killed by the test", http.StatusInternalServerError)
	default:
		return g.process.kill, nil
	}
}

func (g *gate) count(method string) (hit *fault, lifted <-chan struct{}) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.calls[method]++
	for i, planned := range g.faults {
		if planned.Method != method && planned.Method != "*" {
			continue
		}
		if planned.Skip > 0 {
			planned.Skip--
			continue
		}
		if planned.Times == 1 {
			g.faults = append(g.faults[:i:i], g.faults[i+1:]...)
		} else if planned.Times > 1 {
			planned.Times--
		}
		return planned, g.lifted
	}
	return nil, g.lifted
}

func (g *gate) add(planned fault) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.faults = append(g.faults, &planned)
	return nil
}

func (g *gate) lift() any {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.faults = nil
	close(g.lifted)
	g.lifted = make(chan struct{})
	return nil
}

func (g *gate) counts() map[string]int {
	g.mu.Lock()
	defer g.mu.Unlock()
	counts := make(map[string]int, len(g.calls))
	for method, count := range g.calls {
		counts[method] = count
	}
	return counts
}

func (g *gate) reset() any {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.calls = map[string]int{}
	return nil
}

func refuse(where, id, message string, status int) *model.AppError {
	refusal := model.NewAppError(where, id, nil, "", status)
	// Without the server's translations NewAppError can only repeat the id.
	refusal.Message = message
	return refusal
}

func notImplemented(method string) *model.AppError {
	return refuse(method, "app.test.not_implemented", method+" is not implemented by the test host", http.StatusNotImplemented)
}
